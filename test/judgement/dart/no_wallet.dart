//| A wallet's errors, by EIP-1193.
import 'package:web3dart/web3dart.dart';

Future<void> connect(Ethereum ethereum) async {
  try {
    await ethereum.requestAccount();
  } on EthereumException catch (error) {
    switch (error.code) {
      case 4001:
      //   ^^^^ nothing
        show('You refused.');
      case 4100:
      //   ^^^^ nothing
        show('Not authorised.');
      case 4200:
      //   ^^^^ nothing
        show('Not supported.');
      case 4902:
        await addChain();
      default:
        rethrow;
    }
  }
}
