"""Scripts/sip.py PACKAGE…: submission packages, held by eark-validator and against their own METS.

The packages keep E-ARK SIP 2.2.0; the validator knows 2.1.0: the folders, the METS by its XSD, and the Schematron of CSIP and SIP.
Two of its rules no package of 2.2.0 can keep: SIP2 asks for the address of the profile without an edition, SIP14 for a NOTETYPE
in no namespace, and of the note of the software too, which CSIP16 wants otherwise. The vocabularies, which it fetches as it
starts, are those that it has along. It does not look into PREMIS and Dublin Core, nor at the files: their sizes and digests
are compared here, and that METS names them all.
"""

import hashlib
import io
import pathlib
import sys
import urllib.request
import xml.etree.ElementTree
from importlib.util import find_spec

VOCABULARIES = pathlib.Path(find_spec("eark_validator").origin).parent / "ipxml/resources/vocabs"
METS, XLINK = "{http://www.loc.gov/METS/}", "{http://www.w3.org/1999/xlink}"
IMPOSSIBLE = {"SIP2", "SIP14"}

urllib.request.urlopen = lambda address: io.BytesIO((VOCABULARIES / address.rsplit("/", 1)[-1]).read_bytes())
from eark_validator.packages import PackageValidator  # noqa: E402: it fetches as it is imported


def faults(package):
    report = PackageValidator(package).validation_report
    told = report.structure.messages
    if report.metadata is None:
        return [f"{fault.rule_id} {fault.message}" for fault in told]
    told = told + report.metadata.schema_results.messages + report.metadata.schematron_results.messages
    return [
        f"{fault.rule_id} {fault.message}"
        for fault in told
        if fault.severity.name == "ERROR" and fault.rule_id not in IMPOSSIBLE
    ]


def differences(package):
    listed = {"METS.xml"}
    for node in xml.etree.ElementTree.parse(package / "METS.xml").iter():
        if node.tag not in (METS + "file", METS + "mdRef"):
            continue
        place = node if node.tag == METS + "mdRef" else node.find(METS + "FLocat")
        name = place.get(XLINK + "href")
        listed.add(name)
        data = (package / name).read_bytes()
        if len(data) != int(node.get("SIZE")) or hashlib.sha256(data).hexdigest() != node.get("CHECKSUM"):
            yield f"{name} is another than METS says"
    found = {str(path.relative_to(package)) for path in package.rglob("*") if path.is_file()}
    for name in sorted(found ^ listed):
        yield f"{name} is {'not listed' if name in found else 'not there'}"


status = 0
for package in map(pathlib.Path, sys.argv[1:]):
    for fault in faults(package) + list(differences(package)):
        print(f"{package}: {fault}", file=sys.stderr)
        status = 1
print(f"{len(sys.argv) - 1} submission packages valid for eark-validator (2.1.0), but for {', '.join(sorted(IMPOSSIBLE))}")
sys.exit(status)
