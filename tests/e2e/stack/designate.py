"""The service of domain names in one process: its messages stay in memory, so that the API and
the one that keeps the data must be in the same one. No name server is told of anything: a zone
is done as soon as somebody would tell them. Projects that come after -- have one floating
address each."""
import sys

import eventlet

eventlet.monkey_patch(os=False)

from oslo_config import cfg  # noqa: E402
from oslo_log import log  # noqa: E402
from oslo_service import service as runner  # noqa: E402

import designate.conf  # noqa: E402
from designate import utils  # noqa: E402
from designate.api import service as api  # noqa: E402
from designate.central import service as central  # noqa: E402
from designate.network_api import fake  # noqa: E402
from designate.worker import service as worker  # noqa: E402


class Nowhere(worker.Service):
    """Takes the messages to name servers."""

    def _do_zone_action(self, context, zone):
        eventlet.sleep(0.3)  # what is asked for at once is pending
        self.central_api.update_status(context, zone.id, "SUCCESS", zone.serial, zone.action)


def main():
    end = sys.argv.index("--")
    projects = sys.argv[end + 1:]
    utils.read_config("designate", sys.argv[:end])
    log.setup(designate.conf.CONF, "designate")
    for number, project in enumerate(projects):
        fake.POOL["5b1e1c44-6a17-4d0c-9a3c-0d7f4ad1c10%d" % number] = "192.0.2.1%d" % number
        fake.allocate_floatingip(project, "5b1e1c44-6a17-4d0c-9a3c-0d7f4ad1c10%d" % number)
    group = runner.ServiceLauncher(cfg.CONF)
    for part in (central.Service(), Nowhere(), api.Service()):
        group.launch_service(part)
    group.wait()


main()
