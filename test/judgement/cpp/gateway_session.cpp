//| Theme: a chat gateway's close codes and opcodes: the same numbers, another service.
#include <string>

#include "websocketpp/client.hpp"

namespace chat {

enum class CloseCode {
  kUnknownError = 4000,
  //              ^^^^ nothing
  kNotAuthenticated = 4003,
  kAuthenticationFailed = 4004,
  kRateLimited = 4008,
};

void Session::OnClose(int code, const std::string& reason) {
  switch (code) {
    case 4000:
      // @4000 nothing
      Resume();
      break;
    case 4003:
    case 4004:
      // @4004 nothing
      Identify();
      break;
    case 4008:
      Backoff(5000);
      //      ^^^^ nothing
      break;
    default:
      Reconnect();
  }
}

}  // namespace chat
