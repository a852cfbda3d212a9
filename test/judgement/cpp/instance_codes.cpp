//| Theme: constants of a header, used in another file.
//= file: src/tencent/codes.h
#pragma once
// Error codes of Tencent Cloud API 2.0.
namespace tencent::codes {
//                 ^^^^^ outcome definition 4100,4300,5000
inline constexpr int kAuth = 4100;
//                           ^^^^ sighting 4100 certain member
inline constexpr int kDenied = 4300;
inline constexpr int kGone = 5000;
}  // namespace tencent::codes
//= file: src/instances.cpp
#include "tencent/codes.h"

// Talks to cvm.api.qcloud.com.
void Instances::Check(const Reply& reply) {
  if (reply.code == tencent::codes::kAuth) {
    // @reply.code outcome fallback 4100,5000
    // @tencent::codes::kAuth sighting 4100 certain comparison
    SignIn();
  } else if (reply.code == tencent::codes::kGone) {
    Forget(reply);
  } else if (reply.code != 0) {
    throw Failed(reply);
  }
}

