//| A wallet's button, a chat's status and a map of the weather: same numbers, other meanings.
import { useEffect, useState } from 'react';
import { useConnect, type ProviderRpcError } from 'wagmi';

/** EIP-1193's codes. */
export function WalletButton() {
  const { connectAsync, connectors } = useConnect();
  const [hint, setHint] = useState('');
  const connect = async () => {
    try {
      await connectAsync({ connector: connectors[0]! });
    } catch (error) {
      const { code } = error as ProviderRpcError;
      switch (code) {
      //      ^^^^ outcome foreign
        case 4001:
          setHint('Rejected.');
          break;
        case 4100:
        // @4100 nothing
          setHint('Unlock the wallet.');
          break;
        case 4200:
        // @4200 nothing
          setHint('Not supported.');
          break;
        case 4900:
          setHint('Offline.');
          break;
      }
    }
  };
  return (
    <button onClick={connect} style={{ minWidth: 4000 }}>
    // @4000 nothing
      Connect {hint}
    </button>
  );
}

/** A socket that says why it closed. */
export function ChatStatus({ url }: { url: string }) {
  const [status, setStatus] = useState('opening');
  useEffect(() => {
    const socket = new WebSocket(url);
    socket.onclose = ({ code }: CloseEvent) => {
      if (code === 4000) setStatus('replaced');
      // @4000 nothing
      else if (code === 4001) setStatus('signed out');
      else if (code === 4003) setStatus('banned');
      else if (code === 1006) setTimeout(() => setStatus('opening'), 5000);
      // @5000 nothing
    };
    return () => socket.close(4100, 'leaving');
    // @4100 nothing
  }, [url]);
  return <p>{status}</p>;
}

/** Rain or snow? */
export function WeatherGlyph({ weatherCode }: { weatherCode: number }) {
  if (weatherCode === 4000) return <i className="drizzle" />;
  // @4000 nothing
  if (weatherCode === 4200) return <i className="rain" />;
  // @4200 nothing
  if (weatherCode === 5100) return <i className="snow" />;
  // @5100 nothing
  return <i className="clear" />;
}

/** Districts of a country. */
export const Districts = () => (
  <select>
    {[
      { code: 1100, name: 'Seoul' },
      { code: 4100, name: 'Gyeonggi' },
      // @4100 nothing
      { code: 4300, name: 'Chungbuk' },
      // @4300 nothing
      { code: 5000, name: 'Jeju' },
      // @5000 nothing
    ].map(({ code, name }) => (
      <option key={code} value={code}>
        {name}
      </option>
    ))}
  </select>
);
