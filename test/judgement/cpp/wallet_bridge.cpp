//| Theme: a wallet's provider errors (EIP-1193).
#include <string>

namespace wallet {
std::string Explain(int code) {
  switch (code) {
    case 4001:
      return "rejected";
    case 4100:
      // @4100 nothing
      return "unauthorized";
    case 4200:
      // @4200 nothing
      return "unsupported method";
    case 4900:
      return "disconnected";
    default:
      return "unknown";
  }
}
}  // namespace wallet
