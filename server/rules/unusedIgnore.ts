/** unused-ignore: a suppression that suppresses nothing. Checked by `recognise/suppressions.ts`, which knows them all. */

export const documentation = `
A \`faultbook-ignore\` comment names a rule or a code, but nothing would be reported on its line or the line below. It
may have been right once; now it only hides the next mistake.

\`\`\`ts
// reported: nothing here would be
// faultbook-ignore unhandled-fatal-code
const port = 4100;
\`\`\`
`;
