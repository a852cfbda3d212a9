/** Reads replies that another program has stored. Only the line below says whose they are. */
// faultbook-catalogue tencentcloud-v2

interface Stored {
  code: string;
  message: string;
}

export function failures(replies: Stored[]): string[] {
  const lines: string[] = [];
  for (const stored of replies) {
    if (stored.code === '0') continue;
    if (stored.code === '4500' || stored.code === '4200') lines.push(`sign again: ${stored.message}`);
    if (stored.code === '5400') lines.push('read each item');
  }
  return lines;
}
