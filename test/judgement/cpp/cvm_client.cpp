// Sends requests for machines to cvm.api.qcloud.com.
//| Theme: a client class. Switches with and without fallback, early returns, a ladder on an alias, a count of failures.
#include "cvm_client.h"

#include <chrono>
#include <iostream>
#include <stdexcept>
#include <thread>

namespace shop {

constexpr int kPort = 4100;
//                    ^^^^ nothing
constexpr auto kTimeout = std::chrono::milliseconds(5000);
//                                                  ^^^^ nothing

Instance CvmClient::Describe(const std::string& id) {
  const Reply reply = Send("DescribeInstances", {{"instanceId", id}});
  switch (reply.code) {
    // @reply.code outcome reported 4100,5000
    // @reply.code finding unhandled-fatal-code 4000,4300,4600,5200,5300,5500,6100
    case 0:
      // @0 sighting 0 certain arm
      return reply.instance;
    case 4100:
      // @4100 sighting 4100 certain arm
      SignIn();
      break;
    case 5000:
      // @5000 sighting 5000 certain arm
      cache_.erase(id);
      break;
  }
  return Instance{};
}

void CvmClient::Start(const std::string& id) {
  const auto reply = Send("StartInstances", {{"instanceId", id}});
  if (reply.code == 0) return;
  // @reply.code outcome fallback 4400
  if (reply.code == 4400) {
    // @4400 sighting 4400 certain comparison
    std::this_thread::sleep_for(std::chrono::milliseconds(4000));
    //                                                    ^^^^ nothing
    return Start(id);
  }
  throw ApiError(reply.code, reply.message);
}

bool CvmClient::Stop(const std::string& id) {
  const auto reply = Send("StopInstances", {{"instanceId", id}});
  const int code = reply.code;
  if (code == 5000) {
    // @code outcome reported 5000,5200
    // @code finding unhandled-fatal-code *
    cache_.erase(id);
  } else if (code == 5200) {
    bill_.Refresh();
  }
  return true;
}

Reply CvmClient::Resize(const std::string& id, int memory) {
  auto reply = Send("ResizeInstance", {{"mem", std::to_string(memory)}});
  if (memory > 6100) throw std::invalid_argument("too much");
  //           ^^^^ nothing
  if (reply.code == 5300) {
    // @reply.code outcome passed-on 4300,5300
    bill_.Refresh();
  } else if (reply.code == 4300) {
    SignIn();
  }
  return reply;
}

int CvmClient::Count(const std::vector<Reply>& replies) const {
  int failed = 0;
  for (const auto& reply : replies)
    if (reply.code != 0) failed++;
    // @reply.code outcome too-little
  return failed;
}

}  // namespace shop
