//| A sign-in page that a wallet opens: its codes are the wallet's, although the page talks to qcloud as well.
import { BrowserProvider } from 'ethers';
import { call } from './qcloud.js';

/** EIP-1193: what the wallet answers. */
export async function handleWalletError(err, ui) {
  switch (err.code) {
    case 4001:
      ui.close();
      break;
    case 4100:
    // @4100 nothing
      ui.unlock();
      break;
    case 4200:
    // @4200 nothing
      ui.unsupported();
      break;
    case 4900:
    case 4901:
      ui.offline();
      break;
  }
}

export async function signIn(ui) {
  const provider = new BrowserProvider(window.ethereum);
  try {
    const signer = await provider.getSigner();
    const reply = await call('SignIn', { address: await signer.getAddress() });
    if (reply.code === 4100) {
    //  ^^^^^^^^^^ outcome fallback 4100,4300
    //                 ^^^^ sighting 4100 certain comparison
      ui.unlock();
    } else if (reply.code === 4300) {
    //                        ^^^^ sighting 4300 certain comparison
      ui.blocked();
    } else if (reply.code !== 0) {
      throw new Error(reply.message);
    }
  } catch (error) {
    await handleWalletError(error, ui);
  }
}

export const DEFAULT_PORTS = { http: 4000, https: 4300, metrics: 5100 };
// @4000 nothing
// @4300 nothing
// @5100 nothing
