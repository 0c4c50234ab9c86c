/** Words that stand in every question and tell none apart. */
const stopWords: ReadonlySet<string> = new Set(
  `a about above after again all also am an and any anyone anything are aren as at be because been before being but by
  can cannot could couldn did didn do does doesn doing don done down during each either else ever every few for from
  further get gets getting give given gives go goes going got had hadn has hasn have haven having he her here him his how
  however i if in instead into is isn it its itself just know let like ll may maybe me might more most much must my
  myself need needs no nor not now of off ok on once only or other our out over own please put re really s said same say
  says see seems shall she should shouldn so some somebody someone something still such sure t than thank thanks that
  the their them then there these they thing things think this those though through to too try trying under until up
  us use used uses using ve very via want wants was wasn way we well were weren what when where whether which while who
  whose why will with within without won work works would wouldn yes yet you your
  aws amazon`
    .split(/\s+/)
    .filter(Boolean),
);

export function isStopWord(word: string): boolean {
  return stopWords.has(word);
}
