# syntax=docker/dockerfile:1
FROM node:22-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY knowledge ./knowledge
COPY scripts ./scripts
COPY src ./src
RUN npm run build

FROM node:22-slim
LABEL io.modelcontextprotocol.server.name="io.github.iam-pitfalls/iam-pitfalls-mcp" \
      org.opencontainers.image.title="iam-pitfalls-mcp" \
      org.opencontainers.image.description="Verified facts on what AI agents get wrong about AWS IAM, and an offline policy check" \
      org.opencontainers.image.licenses="MIT"
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app/dist ./dist
COPY package.json LICENSE ./
USER node
ENTRYPOINT ["node", "dist/main.js"]
