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
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.source="https://github.com/iam-pitfalls/iam-pitfalls-mcp"
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app/dist ./dist
COPY package.json LICENSE deploy/healthcheck.mjs ./
# The user `node`, as a number: Kubernetes can see that it is not root.
USER 1000:1000
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=10s --retries=3 CMD ["node", "healthcheck.mjs"]
ENTRYPOINT ["node", "dist/main.js"]
