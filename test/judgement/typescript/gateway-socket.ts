//| A process that reports machines to the API and listens on a socket: close codes and signals beside codes of ours.
import WebSocket from 'ws';
import { call } from './qcloud-client.ts';

const HEARTBEAT = 4500;
// @4500 nothing

export function open(url: string, onDead: (why: string) => void): WebSocket {
  const socket = new WebSocket(url, { handshakeTimeout: 6000 });
  // @6000 nothing
  const beat = setInterval(() => socket.ping(), HEARTBEAT);
  socket.on('close', (closeCode: number) => {
    clearInterval(beat);
    if (closeCode === 4000) return onDead('unknown');
    // @4000 nothing
    if (closeCode === 4004) return onDead('not authenticated');
    if (closeCode === 4100) return onDead('kicked');
    // @4100 nothing
    setTimeout(() => open(url, onDead), 5000);
    // @5000 nothing
  });
  return socket;
}

/** Discord's gateway says why it closed. */
export function onDiscordGatewayClose(event: { code: number }, resume: () => void, stop: (why: string) => void): void {
  switch (event.code) {
    case 4000:
    // @4000 nothing
    case 4001:
    case 4007:
    case 4009:
      resume();
      break;
    case 4004:
    case 4010:
    case 4014:
      stop('Look at the token and the intents.');
      break;
  }
}

export async function report(instance: string, status: string): Promise<void> {
  const reply = await call('ReportStatus', { instance, status });
  if (reply.code === 4300) {
  //  ^^^^^^^^^^ outcome reported 4300,5000
  //  ^^^^^^^^^^ finding unhandled-fatal-code 4000,4100,4600,5200,5300,5500,6100
  //                 ^^^^ sighting 4300 certain comparison
    await call('Forget', { instance });
  } else if (reply.code === 5000) {
  //                        ^^^^ sighting 5000 certain comparison
    await call('Register', { instance });
  } else if (reply.code !== 0) {
    console.warn('not reported', reply.code);
    return report(instance, status);
  }
}
