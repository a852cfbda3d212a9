//| The rule is off: hovers stay, the dispatch says why it is silent.
//= settings: {"rules": {"unhandled-fatal-code": "off"}}
// faultbook-catalogue tencentcloud-v2
import { send } from './send.ts';

export async function touch(id: string, forget: (id: string) => void): Promise<void> {
  const { code } = await send('Touch', id);
  switch (code) {
  //      ^^^^ outcome off
    case 0:
      break;
    case 5000:
    //   ^^^^ sighting 5000 certain arm
      forget(id);
      break;
    case 4100:
    //   ^^^^ sighting 4100 certain arm
    //   ^^^^ finding swallowed-fatal-code 4100
      break;
  }
}
