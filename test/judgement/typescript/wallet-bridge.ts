//| A dApp's bridge to a wallet: EIP-1193 and JSON-RPC, and nothing of ours.
import type { EIP1193Provider } from 'viem';

interface ProviderRpcError extends Error {
  code: number;
  data?: unknown;
}

/** Connects the wallet. The codes are those of EIP-1193 and EIP-1474. */
export async function connect(provider: EIP1193Provider, notify: (text: string) => void): Promise<string[]> {
  try {
    return await provider.request({ method: 'eth_requestAccounts' });
  } catch (cause) {
    const error = cause as ProviderRpcError;
    switch (error.code) {
    //      ^^^^^^^^^^ outcome foreign
      case 4001:
        notify('The request was rejected.');
        return [];
      case 4100:
      //   ^^^^ nothing
        notify('The account is locked.');
        return [];
      case 4200:
      //   ^^^^ nothing
        notify('The wallet does not support this.');
        return [];
      case 4900:
      case 4901:
        location.reload();
        return [];
    }
    throw error;
  }
}

/** Switches the chain, and adds it where the wallet does not know it. */
export async function switchChain(provider: EIP1193Provider, chainId: `0x${string}`): Promise<boolean> {
  try {
    await provider.request({ method: 'wallet_switchEthereumChain', params: [{ chainId }] });
    return true;
  } catch (cause) {
    const { code } = cause as ProviderRpcError;
    if (code === 4902 || code === -32603) {
      await provider.request({ method: 'wallet_addEthereumChain', params: [chainOf(chainId)] });
      return true;
    }
    if (code === 4100) return false;
    // @4100 nothing
    if (code === 4200) return false;
    // @4200 nothing
    throw cause;
  }
}

export const isUnauthorized = (error: ProviderRpcError): boolean => error.code === 4100 || error.code === 4001;
// @4100 nothing

function chainOf(chainId: string): any {
  return { chainId, chainName: 'Local', rpcUrls: ['http://127.0.0.1:5000'] };
  // @5000 nothing
}
