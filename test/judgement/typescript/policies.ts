//| A project that takes any default for handling: the setting decides, not the reader.
//= settings: {"fallback": "any"}
import { call } from './qcloud.ts';

export async function sync(id: string, keep: (id: string) => void, drop: (id: string) => void): Promise<void> {
  const { code } = await call('DescribeInstances', { id });
  switch (code) {
  //      ^^^^ outcome fallback 5000
    case 0:
      keep(id);
      break;
    case 5000:
    //   ^^^^ sighting 5000 certain arm
      drop(id);
      break;
    default:
      break;
  }
}

export async function syncAll(ids: string[], keep: (id: string) => void): Promise<void> {
  for (const id of ids) {
    const { code } = await call('DescribeInstances', { id });
    if (code === 0) keep(id);
    //  ^^^^ outcome reported 4400
    //  ^^^^ finding unhandled-fatal-code 4000,4100,4300,4600,5000,5200,5300,5500,6100
    else if (code === 4400) break;
    //                ^^^^ sighting 4400 certain comparison
  }
}
