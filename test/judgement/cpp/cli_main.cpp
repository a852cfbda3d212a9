//| Theme: a command line tool for https://cbs.api.qcloud.com: exit codes, statuses, a map of handlers, a helper for texts.
#include <cstdlib>
#include <functional>
#include <iostream>
#include <map>
#include <string>

#include "api.h"

static const char* kEndpoint = "https://cbs.api.qcloud.com/v2/index.php";

static std::string Explain(int code) {
  switch (code) {
    // @code outcome lookup 4100,4300,5000
    case 4100:
      return "sign in first";
    case 4300:
      return "ask for access";
    case 5000:
      return "there is no such disk";
    default:
      return "something failed";
  }
}

static const std::map<int, std::function<int(const Reply&)>> kHandlersByCode = {
//                                                           ^^^^^^^^^^^^^^^ outcome definition 4100,5300
    {4100, [](const Reply&) { return SignIn(); }},
    // @4100 sighting 4100 certain member
    {5300, [](const Reply&) { return TopUp(); }},
};

static int Handle(const Reply& reply) {
  return kHandlersByCode.at(reply.code)(reply);
  // @reply.code outcome fallback 4100,5300
}

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "usage: disks ID" << std::endl;
    return 64;
  }
  const int exitCode = std::system("true");
  if (exitCode == 4100) return 2;
  //              ^^^^ nothing
  const Reply reply = Call(kEndpoint, argv[1]);
  if (reply.httpStatus == 4300) return 3;
  //                      ^^^^ nothing
  if (reply.code == 0) return EXIT_SUCCESS;
  // @reply.code outcome fallback 4100
  if (reply.code == 4100) return Handle(reply);
  std::cerr << Explain(reply.code) << std::endl;
  return EXIT_FAILURE;
}
