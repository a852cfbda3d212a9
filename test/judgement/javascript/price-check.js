//| A reply of the API whose code nobody looks at, and one that is looked at.
import { signed } from './sign.js';

export async function cheapest(region) {
  const response = await fetch(`https://cvm.api.qcloud.com/v2/index.php?${signed('InquiryPrice', { region })}`);
  const reply = await response.json();
  // @reply finding unchecked-response *
  let best = Infinity;
  for (const offer of reply.offers) best = Math.min(best, offer.price);
  return best;
}

export async function balance() {
  const response = await fetch(`https://account.api.qcloud.com/v2/index.php?${signed('DescribeBalance', {})}`);
  const reply = await response.json();
  if (reply.code) throw new Error(`${reply.code} ${reply.message}`);
  return reply.balance;
}

export async function raw(action) {
  const response = await fetch(`https://cvm.api.qcloud.com/v2/index.php?${signed(action, {})}`);
  return response.json();
}

export async function topUpWhenPoor(action, pay) {
  const { code, message } = await raw(action);
  const poor = code === 5300;
  //           ^^^^ outcome fallback 4300,5300
  //                    ^^^^ sighting 5300 certain comparison
  if (poor) {
    await pay(4000);
    // @4000 nothing
  } else if (code === 4300) {
    await pay(0);
  } else if (code !== 0) {
    throw new Error(message);
  }
}
