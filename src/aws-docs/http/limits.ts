/** What one fetch may cost. Milliseconds and bytes. */
export interface HttpLimits {
  readonly connectMs: number;
  readonly headersMs: number;
  readonly bodyMs: number;
  /** For the whole answer: every hop, both tries, and waiting for a free place. */
  readonly totalMs: number;
  /** Bytes on the wire: the largest service authorization page has about 1 MB compressed. */
  readonly maxWireBytes: number;
  /** Bytes after decompression. */
  readonly maxTextBytes: number;
  /** Requests under way at once to one host. */
  readonly perHost: number;
  readonly maxHops: number;
  /** Longest Retry-After that is waited for; a longer one is handed to the caller. */
  readonly maxRetryAfterMs: number;
  readonly retryDelayMs: number;
}

export const defaultLimits: HttpLimits = {
  connectMs: 5_000,
  headersMs: 10_000,
  bodyMs: 10_000,
  totalMs: 20_000,
  maxWireBytes: 4_000_000,
  maxTextBytes: 8_000_000,
  perHost: 4,
  maxHops: 5,
  maxRetryAfterMs: 10_000,
  retryDelayMs: 250,
};
