//| Generic components and typed tables; a vendor's names decide whose code it is.
import type { ReactNode } from 'react';
import { describeRegions, type QcloudReply } from './vendors/qcloud';
import { listAliyunRegions } from './vendors/aliyun';

type View = () => ReactNode;

const qcloudCodeViews = new Map<number, View>([
  [4100, () => <p>Keys</p>],
  [4300, () => <p>Blocked</p>],
]);

const aliyunErrorCodeTexts: Record<number, string> = { 4100: 'Schlüssel', 4300: 'gesperrt' };
// @4100 nothing
// @4300 nothing

export async function qcloudRegions(region: string, show: (view: ReactNode) => void): Promise<void> {
  const reply: QcloudReply = await describeRegions(region);
  if (reply.code === 4100 || reply.code === 4300) {
  //  ^^^^^^^^^^ outcome reported 4100,4300,6100
  //  ^^^^^^^^^^ finding unhandled-fatal-code 4000,4600,5000,5200,5300,5500
  //                 ^^^^ sighting 4100 certain comparison
    show(qcloudCodeViews.get(reply.code)?.());
  } else if (reply.code === 6100) {
  //                        ^^^^ sighting 6100 certain comparison
    show(<p>Another domain, please.</p>);
  }
}

export async function aliyunRegions(region: string, show: (view: ReactNode) => void): Promise<void> {
  const { code } = await listAliyunRegions(region);
  if (code === 4100) show(<p>{aliyunErrorCodeTexts[code]}</p>);
  // @4100 nothing
  else if (code === 4300) show(<p>gesperrt</p>);
  // @4300 nothing
}

export function Meter<T extends { value: number }>({ items, limit = 5300 }: { items: T[]; limit?: number }) {
// @5300 nothing
  return (
    <ul data-version="4100.0" style={{ maxHeight: 6200 }}>
    // @6200 nothing
      {items.map((item, index) => (
        <li key={index} hidden={item.value === 4400}>
        // @4400 nothing
          {item.value as number}
        </li>
      ))}
    </ul>
  );
}

export class Poller {
  #timer: ReturnType<typeof setInterval> | undefined;

  start(onReply: (reply: QcloudReply) => void, stop: () => void): void {
    this.#timer = setInterval(async () => {
      const reply = await describeRegions('all');
      if (reply.code === 4500) return;
      //  ^^^^^^^^^^ outcome passed-on 4100,4500
      //                 ^^^^ sighting 4500 certain comparison
      if (reply.code === 4100) return stop();
      //                 ^^^^ sighting 4100 certain comparison
      onReply(reply);
    }, 4600);
    // @4600 nothing
  }
}
