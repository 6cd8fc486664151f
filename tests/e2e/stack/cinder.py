"""The block storage service in one process: its messages stay in memory, so that the API, the
scheduler and the volume manager must be in the same one. The disks are in no place at all."""
import sys

import eventlet

eventlet.monkey_patch()

from oslo_config import cfg  # noqa: E402
from oslo_log import log  # noqa: E402
from oslo_service import service as runner  # noqa: E402

from cinder import coordination, objects, rpc, service, version  # noqa: E402
from cinder.cmd import volume as _  # noqa: E402,F401  which knows the options of backends
from cinder.common import config  # noqa: E402


def main():
    objects.register_all()
    cfg.CONF(sys.argv[1:], project="cinder", version=version.version_string())
    config.set_middleware_defaults()
    log.setup(cfg.CONF, "cinder")
    coordination.COORDINATOR.start()
    rpc.init(cfg.CONF)
    parts = [
        service.Service.create(binary="cinder-volume", host="here@nowhere", service_name="nowhere", coordination=True),
        service.Service.create(binary="cinder-scheduler", host="here"),
        service.WSGIService("osapi_volume"),
    ]
    group = runner.ServiceLauncher(cfg.CONF)
    for part in parts:
        group.launch_service(part)
    group.wait()


main()
