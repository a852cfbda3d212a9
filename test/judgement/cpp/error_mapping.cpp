//| Theme: tables of several vendors; only one of them is ours.
// Names of errors at Tencent Cloud, Aliyun and AWS.
#include <map>
#include <string>

static const std::map<std::string, std::string> kTencentErrorMapping = {
//                                              ^^^^^^^^^^^^^^^^^^^^ outcome definition
    {"AuthFailure.SignatureFailure", "signature"},
    // @AuthFailure.SignatureFailure sighting AuthFailure.SignatureFailure certain member
    {"ResourceNotFound", "gone"},
};

static const std::map<std::string, std::string> kAliyunErrorMapping = {
    {"InvalidAccessKeyId.NotFound", "key"},
    {"Forbidden.RAM", "denied"},
    {"LimitExceeded", "limit"},
    // @LimitExceeded nothing
};

static const std::map<std::string, std::string> kAwsErrorMapping = {
    {"AuthFailure", "signature"},
    // @AuthFailure nothing
    {"RequestLimitExceeded", "slow down"},
    // @RequestLimitExceeded nothing
};
