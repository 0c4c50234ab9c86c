import { Transform, type TransformCallback } from "node:stream";

const NEWLINE = 10;

/**
 * Passes on whole lines only, so that whoever reads them never copies what it has of a long one anew for each
 * piece. A line of more than `maxBytes` is dropped, `onDropped` is told, and the next line is read as usual.
 */
export class WholeLines extends Transform {
  readonly #maxBytes: number;
  readonly #onDropped: () => void;
  #pieces: Buffer[] = [];
  #size = 0;
  #dropping = false;

  constructor(maxBytes: number, onDropped: () => void) {
    super();
    this.#maxBytes = maxBytes;
    this.#onDropped = onDropped;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at !== -1; at = chunk.indexOf(NEWLINE, from)) {
      this.#take(chunk.subarray(from, at + 1));
      if (!this.#dropping) this.push(Buffer.concat(this.#pieces, this.#size));
      this.#forget();
      this.#dropping = false;
      from = at + 1;
    }
    this.#take(chunk.subarray(from));
    done();
  }

  #take(piece: Buffer): void {
    if (this.#dropping || piece.byteLength === 0) return;
    this.#pieces.push(piece);
    this.#size += piece.byteLength;
    if (this.#size <= this.#maxBytes) return;
    this.#forget();
    this.#dropping = true;
    this.#onDropped();
  }

  #forget(): void {
    this.#pieces = [];
    this.#size = 0;
  }
}
