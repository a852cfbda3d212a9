/** What the API answers when it refuses. */
export const DENIED = 4100;
