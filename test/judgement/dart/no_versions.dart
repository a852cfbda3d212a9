//| Versions, prices, colours and years in a shop that runs on Qcloud.
import 'package:qcloud/qcloud.dart';

const schemaVersion = 4100;
//                    ^^^^ nothing
const price = Money(5200);
//                  ^^^^ nothing
const countryCode = 4300;
//                  ^^^^ nothing
const zipCode = '5000';
//               ^^^^ nothing
const hex = 0x4100;
//            ^^^^ nothing
const grouped = 4_600;
//              ^^^^^ nothing
final years = List.generate(4000, (i) => i);
//                          ^^^^ nothing

int area(int width) {
  if (width == 5500) return 1;
  //           ^^^^ nothing
  if (width == 6100) return 2;
  //           ^^^^ nothing
  return width >= 5000 ? 3 : 4;
  //              ^^^^ nothing
}

Widget build(BuildContext context) => SizedBox(width: 4100, height: 4300);
//                                                    ^^^^ nothing
