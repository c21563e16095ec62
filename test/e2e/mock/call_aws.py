"""Calls AWS APIs as a person with the AWS CLI would: behind Terraform's back.

Standard input: {"endpoint", "region", "calls": [{"service", "operation", "arguments"}]}
Standard output: the answers in the same order, without response metadata.
"""

import json
import sys

import boto3


def main() -> None:
    request = json.load(sys.stdin)
    clients = {}
    answers = []
    for call in request["calls"]:
        service = call["service"]
        if service not in clients:
            clients[service] = boto3.client(
                service,
                endpoint_url=request["endpoint"],
                region_name=request["region"],
                aws_access_key_id="test",
                aws_secret_access_key="test",
            )
        answer = getattr(clients[service], call["operation"])(**call["arguments"])
        answer.pop("ResponseMetadata", None)
        answers.append(answer)
    json.dump(answers, sys.stdout, default=str)


if __name__ == "__main__":
    main()
