resource "aws_launch_template" "workers" {
  name                   = "workers-by-hand"
  image_id               = "ami-12c6146b"
  instance_type          = "m6i.large"
  vpc_security_group_ids = [data.aws_security_group.main["nodes"].id]
  user_data              = base64encode("#!/bin/bash\n/etc/eks/bootstrap.sh dapp-prod --kubelet-extra-args --node-labels=pool=workers\n")

  iam_instance_profile {
    name = "dapp-prod-node"
  }

  block_device_mappings {
    device_name = "/dev/xvda"

    ebs {
      volume_size = 80
      volume_type = "gp3"
    }
  }
}

resource "aws_autoscaling_group" "workers" {
  name                = "workers-by-hand"
  min_size            = 2
  max_size            = 6
  desired_capacity    = 3
  vpc_zone_identifier = data.aws_subnets.private.ids

  launch_template {
    id      = aws_launch_template.workers.id
    version = "$Latest"
  }

  dynamic "tag" {
    for_each = {
      Name                                                 = "worker of dapp-prod"
      Team                                                 = "platform"
      "kubernetes.io/cluster/dapp-prod"                    = "owned"
      "k8s.io/cluster-autoscaler/enabled"                  = "1"
      "k8s.io/cluster-autoscaler/dapp-prod"                = "1"
      "k8s.io/cluster-autoscaler/node-template/label/pool" = "workers"
    }

    content {
      key                 = tag.key
      value               = tag.value
      propagate_at_launch = true
    }
  }

  lifecycle {
    ignore_changes = [desired_capacity]
  }
}

resource "aws_launch_template" "mixed" {
  name                   = "mixed-by-hand"
  image_id               = "ami-12c6146b"
  vpc_security_group_ids = [data.aws_security_group.main["nodes"].id]
}

resource "aws_autoscaling_group" "mixed" {
  name                = "mixed-by-hand"
  min_size            = 0
  max_size            = 10
  desired_capacity    = 0
  vpc_zone_identifier = data.aws_subnets.private.ids
  enabled_metrics     = ["GroupInServiceInstances"]

  mixed_instances_policy {
    instances_distribution {
      on_demand_base_capacity                  = 0
      on_demand_percentage_above_base_capacity = 0
      spot_allocation_strategy                 = "price-capacity-optimized"
    }

    launch_template {
      launch_template_specification {
        launch_template_id = aws_launch_template.mixed.id
        version            = aws_launch_template.mixed.latest_version
      }

      override {
        instance_type = "m6i.xlarge"
      }

      override {
        instance_type = "m5.xlarge"
      }
    }
  }

  tag {
    key                 = "kubernetes.io/cluster/dapp-prod"
    value               = "owned"
    propagate_at_launch = true
  }
}

resource "aws_eks_node_group" "batch" {
  cluster_name    = data.aws_eks_cluster.main.name
  node_group_name = "batch"
  node_role_arn   = data.aws_iam_role.node.arn
  subnet_ids      = data.aws_subnets.private.ids
  ami_type        = "AL2023_x86_64_STANDARD"
  capacity_type   = "SPOT"
  instance_types  = ["m6i.large", "m5.large"]
  disk_size       = 50
  labels          = { pool = "batch" }

  scaling_config {
    min_size     = 0
    max_size     = 8
    desired_size = 1
  }

  taint {
    key    = "batch"
    value  = "true"
    effect = "NO_SCHEDULE"
  }

  update_config {
    max_unavailable = 1
  }
}

# Somebody has told Cluster Autoscaler what an empty group brings.
resource "aws_autoscaling_group_tag" "batch" {
  autoscaling_group_name = aws_eks_node_group.batch.resources[0].autoscaling_groups[0].name

  tag {
    key                 = "k8s.io/cluster-autoscaler/node-template/label/pool"
    value               = "batch"
    propagate_at_launch = false
  }
}
