/** The same number, another API: a browser wallet refuses with 4100. Nothing is underlined here. */

interface WalletError {
  code: number;
  message: string;
}

export function explain(error: WalletError): string {
  switch (error.code) {
    case 4001:
      return 'You declined the request.';
    case 4100:
      return 'Unlock the wallet for this site first.';
    case 4900:
    case 4901:
      return 'The wallet is offline.';
    default:
      throw new Error(error.message);
  }
}
