//| Small widgets of a portal, none of which talks to the API.
import { ethers } from 'ethers';
import { useEffect, useState } from 'react';

/** Charts of accounts, for the bookkeeper. */
const ACCOUNT_CODES = { 1000: 'Cash', 1200: 'Stock', 4000: 'Sales', 4100: 'Services', 5000: 'Goods', 5300: 'Freight', 7100: 'Tax' };
// @4000 nothing
// @4100 nothing
// @5000 nothing
// @5300 nothing

export function MetaMaskLogin({ onAddress }) {
  const [why, setWhy] = useState('');
  const start = async () => {
    try {
      onAddress(await new ethers.BrowserProvider(window.ethereum).send('eth_requestAccounts', []));
    } catch (err) {
      if (err.code === 4001) setWhy('rejected');
      else if (err.code === 4100) setWhy('locked');
      // @4100 nothing
      else if (err.code === 4200) setWhy('unsupported');
      // @4200 nothing
      else if (err.code === -32002) setWhy('pending');
    }
  };
  return <button onClick={start}>{why}</button>;
}

export function Weather({ code }) {
  if (code === 1000) return <i className="sun" />;
  //  ^^^^ outcome foreign
  if (code === 1001 || code === 1102) return <i className="cloud" />;
  if (code === 4000) return <i className="drizzle" />;
  // @4000 nothing
  if (code === 4200) return <i className="rain" />;
  // @4200 nothing
  if (code === 5100) return <i className="snow" />;
  // @5100 nothing
  if (code === 6200) return <i className="sleet" />;
  // @6200 nothing
  return <i className="storm" />;
}

export function Stream({ url }) {
  useEffect(() => {
    const socket = new WebSocket(url);
    socket.addEventListener('close', (event) => {
      if (event.code === 4000) socket.retry = 5000;
      // @4000 nothing
      // @5000 nothing
      if (event.code === 4008) socket.retry = 6200;
      // @6200 nothing
      if (event.code === 4009) socket.retry = 0;
    });
    return () => socket.close(4300);
    // @4300 nothing
  }, [url]);
  return null;
}

export const Keys = ({ go }) => (
  <div
    onKeyDown={(event) => {
      if (event.keyCode === 4100) go('up');
      // @4100 nothing
      if (event.keyCode === 4300) go('down');
      // @4300 nothing
    }}
    style={{ height: 6100 }}
    // @6100 nothing
  >
    {ACCOUNT_CODES[4000]}
  </div>
);

export function ShippingForm({ zipCode, countryCode }) {
  const far = zipCode === '6000' || zipCode === '6200';
  // @6000 nothing
  // @6200 nothing
  return <p hidden={countryCode === '4300'}>{far ? 'air' : 'road'} 4500 kg</p>;
  // @4300 nothing
  // @4500 nothing
}
