//| A shop's form: predicates, guards, retries and mistakes.
import { useState } from 'react';
import { order, wait, type Deal } from '../qcloud/order';

const isBuyersTurn = (code: number) => code === 5200 || code === 5300 || code === 5500;
// @code#2 outcome predicate
// @5500 sighting 5500 certain comparison

const transientCodes = new Set([4400, 5100, 6000, 6200]);
//    ^^^^^^^^^^^^^^ outcome retry-set
// @5100 sighting 5100 certain member

export function OrderForm({ onDone, onHelp }: { onDone: (deal: Deal) => void; onHelp: () => void }) {
  const [busy, setBusy] = useState(false);

  async function submit(size: string): Promise<void> {
    setBusy(true);
    const deal = await order(size);
    if (deal.code === 0) onDone(deal);
    //  ^^^^^^^^^ outcome fallback
    else if (deal.code === 5200) onHelp();
    //                     ^^^^ sighting 5200 certain comparison
    else if (deal.code === 5300) onHelp();
    else if (deal.code === 5200) setBusy(false);
    // @5200 sighting 5200 certain comparison
    // @5200 finding duplicate-code 5200
    else throw new Error(deal.message);
  }

  async function persist(size: string): Promise<void> {
    let left = 5;
    while (left-- > 0) {
      const { code, message } = await order(size);
      if (code === 0) return;
      //  ^^^^ outcome fallback
      if (code === 5300) {
      //           ^^^^ finding retried-fatal-code 5300
        await wait(5000);
        // @5000 nothing
        continue;
      }
      throw new Error(message);
    }
  }

  async function check(size: string): Promise<boolean> {
    const deal = await order(size);
    if (deal.code === 200) onDone(deal);
    // @deal.code outcome fallback
    // @200 finding wrong-success-code *
    else if (deal.code === 4300) onHelp();
    // @4300 sighting 4300 certain comparison
    else if (deal.code === 4150) onHelp();
    // @4150 finding unknown-code 4150
    else return false;
    return true;
  }

  async function retry(size: string): Promise<Deal> {
    const deal = await order(size);
    if (transientCodes.has(deal.code)) {
    //                     ^^^^^^^^^ outcome retry-set
      await wait(6000);
      // @6000 nothing
      return retry(size);
    }
    return deal;
  }

  async function quiet(size: string): Promise<void> {
    const deal = await order(size);
    if (deal.code === 5500) {
    //  ^^^^^^^^^ outcome fallback
    //                ^^^^ finding swallowed-fatal-code 5500
    } else if (deal.code === 5300) {
      onHelp();
    } else if (deal.code !== 0) {
      console.error(deal.message);
    }
  }

  return (
    <form aria-busy={busy} onSubmit={() => submit('S2')}>
      <input type="number" min={4000} max={6200} step={100} onBlur={() => void check('S2').then(() => quiet('S2'))} />
      // @4000 nothing
      // @6200 nothing
      <button type="button" onClick={() => persist('S2')} disabled={isBuyersTurn(5300)}>
        Insist
      </button>
      <button type="button" onClick={() => retry('S2')}>
        Again
      </button>
    </form>
  );
}
