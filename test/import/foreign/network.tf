# What somebody's own Terraform reads of the network: nothing of elastiform.
data "aws_vpc" "main" {
  tags = { Name = "dapp-prod" }
}

data "aws_subnets" "private" {
  filter {
    name   = "vpc-id"
    values = [data.aws_vpc.main.id]
  }
  tags = { Tier = "private" }
}

data "aws_security_group" "main" {
  for_each = toset(["nodes", "postgres", "redis"])
  name     = "dapp-prod-${each.key}"
}

data "aws_iam_role" "node" {
  name = "dapp-prod-node"
}

data "aws_eks_cluster" "main" {
  name = "dapp-prod"
}
