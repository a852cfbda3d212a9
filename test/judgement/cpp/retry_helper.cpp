// Repeats what is worth repeating; used by everything that talks to api.qcloud.com.
//| Theme: a retry helper. Sets of codes, a loop that tries a fatal code again, predicates.
#include <set>
#include <thread>
#include <unordered_set>

#include "qcloud/reply.h"

namespace retry {

static const std::set<int> kRetryableCodes = {4400, 5100, 6000, 6200};
//                         ^^^^^^^^^^^^^^^ outcome retry-set 4400,5100,6000,6200
// @5100 sighting 5100 certain member
const std::unordered_set<int> kAllowedPorts{4100, 4300, 5000};
//                                          ^^^^ nothing

bool IsAuthFailure(const qcloud::Reply& reply) {
  return reply.code == 4100 || reply.code == 4300;
  //     ^^^^^^^^^^ outcome predicate 4100,4300
  //                   ^^^^ sighting 4100 certain comparison
}

qcloud::Reply Send(const std::string& action) {
  for (int attempt = 0; attempt < 5; ++attempt) {
    auto reply = qcloud::Call(action);
    switch (reply.code) {
      // @reply.code outcome fallback 4300,4400
      case 0:
        return reply;
      case 4300:
        // @4300 finding retried-fatal-code 4300
        // @4300 sighting 4300 certain arm
      case 4400:
        continue;
      default:
        throw qcloud::Error(reply);
    }
  }
  throw std::runtime_error("out of tries");
}

bool Allowed(int port) { return kAllowedPorts.count(port) > 0; }

void Wait(int attempt) { std::this_thread::sleep_for(std::chrono::milliseconds(attempt * 5000)); }
//                                                                                       ^^^^ nothing

}  // namespace retry
