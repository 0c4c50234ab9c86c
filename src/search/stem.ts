import { stemmer } from "stemmer";

const numberWords: Readonly<Record<string, string>> = {
  one: "1",
  two: "2",
  three: "3",
  four: "4",
  five: "5",
  six: "6",
  seven: "7",
  eight: "8",
  nine: "9",
  ten: "10",
  twelve: "12",
  fifteen: "15",
  twenty: "20",
  thirty: "30",
};

/** The same few thousand words come again and again; the bound keeps hostile texts from growing it. */
const MAX_REMEMBERED = 20_000;

/** V8 may keep the whole text alive for a longer part of it. */
const MAX_REMEMBERED_WORD = 12;

const remembered = new Map<string, string>(Object.entries(numberWords));

/** The root of a lower-case word (Porter); a number word as its figure. */
export function stem(word: string): string {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  const root = stemmer(word);
  if (word.length <= MAX_REMEMBERED_WORD && remembered.size < MAX_REMEMBERED) remembered.set(word, root);
  return root;
}
