/** Something that who called the command line has to put right; the message is the line that is printed. */
export class UsageError extends Error {}
