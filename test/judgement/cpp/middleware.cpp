//| Theme: middleware: JSON replies of lb.api.qcloud.com, codeDesc, an answer with a status, an exception of another kind.
#include <nlohmann/json.hpp>

#include "http/server.h"

using nlohmann::json;

constexpr auto kHost = "lb.api.qcloud.com";

void Forward(const http::Request& request, http::Response& response) {
  const json reply = json::parse(Fetch(kHost, request.path));
  if (reply["codeDesc"] == "AuthFailure") {
    // @reply["codeDesc"] outcome fallback 4100
    response.set_status(401);
    return;
  }
  if (reply["codeDesc"] != "Success") {
    throw http::BadGateway(reply["message"].get<std::string>());
  }
  response.set_body(reply.dump());
}

void Settle(const http::Request& request, http::Response& response) {
  const json reply = json::parse(Fetch(kHost, request.path));
  const int code = reply.at("code").get<int>();
  switch (code) {
    // @code outcome reported 4100,5000
    // @code finding unhandled-fatal-code *
    case 0:
      response.set_status(200);
      break;
    case 4100:
      response.set_status(401);
      break;
    case 5000:
      response.set_status(404);
      break;
  }
}

void Limit(http::Response& response, int port) {
  if (port == 4300) response.set_status(503);
  //          ^^^^ nothing
  if (response.status() == 5000) return;
  //                       ^^^^ nothing
}
