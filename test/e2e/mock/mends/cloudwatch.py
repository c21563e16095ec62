from moto.cloudwatch.responses import CloudWatchResponse

# moto: stores composite alarms by the same code as metric alarms, but has no route to it.
CloudWatchResponse.put_composite_alarm = CloudWatchResponse.put_metric_alarm
