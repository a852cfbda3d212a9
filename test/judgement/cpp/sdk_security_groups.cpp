//| Theme: the SDK for API 3.0: outcomes with errors, families, a dropped error, a rethrown one.
#include <tencentcloud/core/Credential.h>
#include <tencentcloud/vpc/v20170312/VpcClient.h>

#include <iostream>

using namespace TencentCloud;
using namespace TencentCloud::Vpc::V20170312;

void Delete(VpcClient& client, const std::string& id) {
  Model::DeleteSecurityGroupRequest request;
  request.SetSecurityGroupId(id);
  auto outcome = client.DeleteSecurityGroup(request);
  if (outcome.IsSuccess()) return;
  const auto& error = outcome.GetError();
  if (error.GetErrorCode().rfind("ResourceNotFound", 0) == 0) return;
  // @error.GetErrorCode() outcome fallback
  // @ResourceNotFound sighting ResourceNotFound certain comparison
  if (error.GetErrorCode() == "ResourceInUse") {
    Detach(client, id);
    return;
  }
  throw std::runtime_error(error.GetErrorMessage());
}

void Create(VpcClient& client, const Model::CreateSecurityGroupRequest& request) {
  auto outcome = client.CreateSecurityGroup(request);
  if (!outcome.IsSuccess()) {
    const std::string code = outcome.GetError().GetErrorCode();
    if (code == "LimitExceeded.SecurityGroup") {
      // @code outcome reported
      // @code finding unhandled-fatal-code *
      // @LimitExceeded.SecurityGroup sighting LimitExceeded.SecurityGroup certain comparison
      CleanUp(client);
    } else if (code == "InvalidParameterValue") {
      std::cout << "wrong value" << std::endl;
    }
  }
}

bool Exists(VpcClient& client, const Model::DescribeSecurityGroupsRequest& request) {
  auto outcome = client.DescribeSecurityGroups(request);
  if (outcome.IsSuccess()) return true;
  if (outcome.GetError().GetErrorCode() == "RequestLimitExceeded") return Exists(client, request);
  //  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ outcome fallback
  //                                        ^^^^^^^^^^^^^^^^^^^^ finding family-missed RequestLimitExceeded
  if (outcome.GetError().GetErrorCode() == "ResourceNotFound") return false;
  std::cerr << outcome.GetError().PrintAll() << std::endl;
  return false;
}
