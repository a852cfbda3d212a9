//| A command line tool over api.qcloud.com.
import 'dart:io';

import 'package:args/args.dart';

import 'api.dart';

const endpoint = 'https://cvm.api.qcloud.com/v2/index.php';

Future<void> main(List<String> arguments) async {
  final parser = ArgParser()..addOption('timeout', defaultsTo: '5000');
  //                                                            ^^^^ nothing
  final options = parser.parse(arguments);
  final reply = await Api(endpoint, int.parse(options['timeout'] as String)).call(arguments.first);
  if (reply.code == 0) {
  //  ^^^^^^^^^^ outcome fallback 4100,4300
    stdout.writeln(reply.data);
    return;
  }
  if (reply.code == 4100) {
    stderr.writeln('Check your key.');
    exit(3);
  }
  if (reply.code == 4300) {
    stderr.writeln('You may not do this.');
    exit(4);
  }
  stderr.writeln('${reply.code}: ${reply.message}');
  exit(1);
}

Future<int> watch(Api api) async {
  await for (final reply in api.replies()) {
    if (reply.code == 4100) {
    //  ^^^^^^^^^^ outcome reported 4100,4600
    //  ^^^^^^^^^^ finding unhandled-fatal-code *
      await api.login();
    } else if (reply.code == 4600) {
      //                     ^^^^ sighting 4600 certain comparison
      api.downgrade();
    }
  }
  return 0;
}
