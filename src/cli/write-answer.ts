import { writeFile } from "node:fs/promises";
import { UserError } from "../user-error.ts";

/** Writes a file that an option names, or says that it cannot. */
export async function writeAnswer(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch {
    throw new UserError(
      `cannot write ${file}: its folder has to exist, and you have to be allowed to write there.`,
    );
  }
}
