//| Theme: a shop that also talks to api.qcloud.com: prices, sizes, years, ids and versions beside codes.
#include <array>
#include <string>
#include <vector>

#include "qcloud/reply.h"

struct Product {
  int price = 4100;
  //          ^^^^ nothing
  int sku = 5000;
  //        ^^^^ nothing
};

static const std::array<int, 3> kSizes = {4000, 4300, 5200};
//                                        ^^^^ nothing
static const std::string kVersion = "4.1.0.4100";

int Total(const std::vector<Product>& products) {
  int total = 0;
  for (const auto& product : products) total += product.price;
  return total > 5000 ? 5000 : total;
  //             ^^^^ nothing
}

void Check(const qcloud::Reply& reply, const Product& product) {
  if (product.price == 4300 || product.sku == 5500) return;
  //                   ^^^^ nothing
  switch (reply.code) {
    // @reply.code outcome reported 5300
    // @reply.code finding unhandled-fatal-code *
    case 5300:
      TopUp(product.price + 6100);
      //                    ^^^^ nothing
      break;
    case 0:
      break;
  }
}
