"""What is wrong with the finished site: links, anchors, requests to elsewhere, HTML."""

from seedbed.check.site import check_site

__all__ = ["check_site"]
