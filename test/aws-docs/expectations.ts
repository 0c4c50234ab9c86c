/** What must, and what must not, be in the Markdown of a fixture page. The benchmark counts the same list. */
export interface Expectation {
  readonly page: string;
  readonly what: string;
  readonly has?: readonly string[];
  readonly lacks?: readonly string[];
}

export const expectations: readonly Expectation[] = [
  {
    page: "roles.html",
    what: "navigation, feedback and banners are gone",
    lacks: [
      "NAVIGATION-NOISE",
      "BREADCRUMB-NOISE",
      "PAGE-TOC-NOISE",
      "LANGUAGE-NOISE",
      "HEADER-NOISE",
      "PREVNEXT-NOISE",
      "FEEDBACK-NOISE",
      "COOKIE-NOISE",
    ],
  },
  { page: "roles.html", what: "the list of subtopics is gone", lacks: ["TOPICLIST-NOISE"] },
  { page: "roles.html", what: "scripts are gone", lacks: ["SCRIPT-NOISE", "NOSCRIPT-NOISE"] },
  { page: "roles.html", what: "hidden text is gone", lacks: ["HIDDEN-NOISE"] },
  { page: "roles.html", what: "the Markdown link of the page is gone", lacks: ["View a markdown version"] },
  { page: "roles.html", what: "the title is a heading", has: ["\n# Made-up roles\n"] },
  {
    page: "roles.html",
    what: "links are absolute",
    has: ["[front desk](https://docs.aws.amazon.com/IAM/latest/UserGuide/desk.html#desk-hours)"],
  },
  {
    page: "roles.html",
    what: "linked code stays code and link",
    has: ["[`LendBadge`](https://docs.aws.amazon.com/IAM/latest/APIReference/API_LendBadge.html)"],
  },
  { page: "roles.html", what: "inline code keeps its star", has: ["`badge:*`"] },
  {
    page: "roles.html",
    what: "a note is a quotation with its label",
    has: ["> **Important:** Return the badge before you leave.", "> - Front door"],
    lacks: ["###### Important"],
  },
  { page: "roles.html", what: "a term is bold", has: ["**Badge chaining**"] },
  { page: "roles.html", what: "a heading keeps its code", has: ["## A policy for `LendBadge` callers"] },
  { page: "roles.html", what: "a tab has its label", has: ["[JSON]", "[AWS CLI]"] },
  { page: "roles.html", what: "a hidden tab is shown", has: ["badge lend --profile front"] },
  { page: "roles.html", what: "a sample has its language", has: ["```json\n{\n"] },
  { page: "roles.html", what: "a sample has no trailing blanks", has: ['"Version":"2012-10-17",\n'] },
  {
    page: "roles.html",
    what: "marked parts of a sample are text",
    has: ["arn:aws:iam::111122223333:role/x"],
  },
  { page: "roles.html", what: "the copy button is gone", lacks: ["Copy"] },
  {
    page: "roles.html",
    what: "a procedure is a label with numbered steps",
    has: ["**To lend a badge**", "1. Open the drawer.", "2. Choose a colour:"],
  },
  { page: "roles.html", what: "a list within a step is indented", has: ["   - red\n   - blue"] },
  {
    page: "roles.html",
    what: "a sample within a list is indented",
    has: ["     ```bash\n     paint --blue\n     ```"],
  },
  { page: "roles.html", what: "a table has its title", has: ["**Badge quotas**"] },
  {
    page: "roles.html",
    what: "a table has its header",
    has: ["| Resource | Default | Maximum |\n| --- | --- | --- |"],
  },
  {
    page: "roles.html",
    what: "a row span is repeated",
    has: ["| Badges per visitor | 10 | 3,600 |", "| Badges per visitor | 12 hours"],
  },
  { page: "roles.html", what: "a list in a cell stays in the row", has: ["12 hours<br>• a \\| b | 20 |"] },
  { page: "roles.html", what: "a column span fills the row", has: ["| Desks | not adjustable |  |"] },
  {
    page: "roles.html",
    what: "an expandable part has its title",
    has: ["**Older badges**", "Paper badges are not accepted."],
  },
  { page: "roles.html", what: "invisible characters are gone", has: ["Zerowidth and tag characters."] },

  { page: "api-lend-badge.html", what: "the filter is gone", lacks: ["FILTER-NOISE"] },
  {
    page: "api-lend-badge.html",
    what: "older tabs have their labels",
    has: ["**[Request]**\n\nAsk for it.", "**[Response]**\n\nGet it."],
  },
  {
    page: "api-lend-badge.html",
    what: "a parameter has its paragraphs",
    has: [
      "**BadgeName**",
      "Length Constraints: Minimum length of 1. Maximum length of 64.",
      "Pattern: `[\\w+=,.@-]+`",
    ],
  },
  {
    page: "api-lend-badge.html",
    what: "a note within a definition",
    has: ["> **Note:** Chained badges ignore it."],
  },
  {
    page: "api-lend-badge.html",
    what: "an error has its status",
    has: ["**NoSuchVisitor**", "HTTP Status Code: 404"],
  },
  {
    page: "api-lend-badge.html",
    what: "headings keep their levels",
    has: ["### Example\n", "#### Sample Request\n"],
  },
  {
    page: "api-lend-badge.html",
    what: "a sample is not escaped",
    has: ["&BadgeName=Guest*One\n&Note=```fenced```"],
  },
  {
    page: "api-lend-badge.html",
    what: "a fence within a sample does not close it",
    has: ['````json\n{ "Fence": [\n```json\n] }\n````'],
  },

  {
    page: "authorization.html",
    what: "every row names its action",
    has: [
      "| [LendBadge](https://docs.aws.amazon.com/desk/latest/APIReference/API_LendBadge.html) | Grants permission to lend a badge | Write | [visitor]",
    ],
  },
  {
    page: "authorization.html",
    what: "columns do not shift below a row span",
    has: [
      "| Write |  | [desk:Colour](https://docs.aws.amazon.com/IAM/latest/UserGuide/authorization.html#desk-desk_Colour)<br>[aws:RequestTag/${TagKey}]",
    ],
  },
  {
    page: "authorization.html",
    what: "an ARN in code is one piece",
    has: ["`arn:${Partition}:desk::${Account}:badge/${BadgeName}`"],
  },
  {
    page: "authorization.html",
    what: "a header of two rows is one",
    has: ["| Plan | Visitors / Day | Visitors / Night |", "| Small | 5 | 1 |"],
  },
  {
    page: "authorization.html",
    what: "a sample in a cell stays in the row",
    has: ["| `a \\|`<br>`  b` | plain |"],
  },
  { page: "authorization.html", what: "absurd spans are harmless", has: ["| no | header |"] },

  {
    page: "boto3-lend-badge.html",
    what: "the frame of the page is gone",
    lacks: ["SVG-NOISE", "MOBILE-NOISE", "SIDEBAR-NOISE", "BACKTOTOP-NOISE", "NEXTPAGE-NOISE"],
  },
  {
    page: "boto3-lend-badge.html",
    what: "marks of headings are gone",
    has: ["# lend_badge\n"],
    lacks: ["¶"],
  },
  { page: "boto3-lend-badge.html", what: "a signature is code", has: ["`Desk.Client.lend_badge(**kwargs)`"] },
  {
    page: "boto3-lend-badge.html",
    what: "a sample is one piece with its language",
    has: ["```python\nresponse = client.lend_badge(\n    BadgeName='string'\n)\n```"],
  },
  {
    page: "boto3-lend-badge.html",
    what: "parameters are a list",
    has: ["- **BadgeName** (*string*) – **[REQUIRED]**"],
  },
  { page: "boto3-lend-badge.html", what: "a Sphinx note", has: ["> **Note:** The badge is lent at once."] },
  { page: "boto3-lend-badge.html", what: "Sphinx tabs", has: ["[Linux]", "Run it on Windows."] },

  {
    page: "cli-lend-badge.html",
    what: "the frame of the page is gone",
    lacks: ["TOPBAR-NOISE", "RELATED-NOISE", "CLI-SIDEBAR-NOISE", "CLI-FOOTER-NOISE", "¶"],
  },
  {
    page: "cli-lend-badge.html",
    what: "a synopsis is one sample",
    has: ["```\n  lend-badge\n--badge-name <value>\n[--hours <value>]\n```"],
  },
  {
    page: "cli-lend-badge.html",
    what: "an option with its text",
    has: ["`--badge-name` (string) [required]", "> The name on the badge."],
  },

  {
    page: "hostile.html",
    what: "hidden text is gone",
    lacks: ["HIDDEN-A", "HIDDEN-B", "HIDDEN-C", "HIDDEN-D", "HIDDEN-E"],
  },
  { page: "hostile.html", what: "invisible characters are gone", has: ["Tag andzerowidth and bidi."] },
  {
    page: "hostile.html",
    what: "scripts, styles and frames are gone",
    lacks: ["SCRIPT-NOISE", "STYLE-NOISE", "IFRAME-NOISE"],
  },
  {
    page: "hostile.html",
    what: "text that looks like markup stays text",
    has: ["\\<script>", "\\[fake](", "\\`ticks\\`", "\\*\\*stars\\*\\*"],
  },
  {
    page: "hostile.html",
    what: "text at a line's start stays text",
    has: ["\n\\# not a heading", "\n\\- not a list", "\n1\\. not ordered", "\n\\> not a quote"],
  },
  {
    page: "hostile.html",
    what: "odd schemes are no links",
    has: ["script link data link"],
    lacks: ["javascript:", "data:text"],
  },
  {
    page: "hostile.html",
    what: "nested lists keep their depth and numbers",
    has: ["- one\n  - nested\n    3. three\n    4. four\n"],
  },
  { page: "hostile.html", what: "a stray list joins the item before it", has: ["  - stray"] },
];
