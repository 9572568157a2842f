"""Fill resources/fonts from three published packages, so that nobody has to trust our copies.

    npm pack @fontsource/atkinson-hyperlegible-next@5.3.0
    pip download --no-deps manimgx-fonts==2026.9.26.post1 fontpkg-ibm-plex-sans-arabic==1.101
    python scripts/build_fonts.py FOLDER_WITH_THE_THREE_FILES

Atkinson Hyperlegible Next is published in slices for the web. Welsh needs the first and the second
(ŵ and ŷ), so both are merged into one file a weight. It has no reserved font name, which lets it
keep its own. Noto and Plex are copied as they are.
"""

import argparse
import io
import tarfile
import tempfile
import zipfile
from pathlib import Path

from fontTools.merge import Merger
from fontTools.ttLib import TTFont

FONTS = Path(__file__).parent.parent / "resources" / "fonts"
FAMILY = "Atkinson Hyperlegible Next"
WEIGHTS = {"Regular": 400, "Medium": 500, "Bold": 700, "ExtraBold": 800}
NOTO = (
    "NotoSans",
    "NotoSansHebrew",
    "NotoSansDevanagari",
    "NotoSansBengali",
    "NotoSansGurmukhi",
    "NotoSansTamil",
    "NotoSansThai",
    "NotoSansEthiopic",
    "NotoSansSymbols",
    "NotoEmoji",
)
PLEX = ("IBMPlexSansArabic-Regular", "IBMPlexSansArabic-Bold")
LICENCES = FONTS / "licences"
WINDOWS = (3, 1, 0x409)  # platform, encoding, language of a name
SOURCE_DATE = 3_786_912_000  # seconds from 1904 to 2024: each build writes the same file


def slice_of(package: tarfile.TarFile, part: str, weight: int) -> TTFont:
    """Unpack one published slice of a weight."""
    name = f"package/files/atkinson-hyperlegible-next-{part}-{weight}-normal.woff2"
    packed = package.extractfile(name)
    if packed is None:
        raise FileNotFoundError(name)
    font = TTFont(io.BytesIO(packed.read()), recalcTimestamp=False)
    font.flavor = None
    return font


def merged(package: tarfile.TarFile, weight: int, folder: Path) -> TTFont:
    """Merge all slices of a weight into one font."""
    paths = []
    for part in ("latin", "latin-ext"):
        path = folder / f"{part}.ttf"
        slice_of(package, part, weight).save(path)
        paths.append(str(path))
    return Merger().merge(paths)


def named(font: TTFont, style: str, weight: int) -> TTFont:
    """Name a weight so that every system lists all four under one family."""
    names = font["name"]
    plain = style in ("Regular", "Bold")  # the only styles that the oldest name records distinguish
    names.names = [record for record in names.names if record.nameID in (0, 5, 13, 14)]
    texts = {
        1: FAMILY if plain else f"{FAMILY} {style}",
        2: style if plain else "Regular",
        3: f"2.001;{FAMILY.replace(' ', '')}-{style}",
        4: f"{FAMILY} {style}",
        6: f"{FAMILY.replace(' ', '')}-{style}",
    } | ({} if plain else {16: FAMILY, 17: style})
    for name_id, text in texts.items():
        names.setName(text, name_id, *WINDOWS)
    font["OS/2"].usWeightClass = weight
    font["head"].created = font["head"].modified = SOURCE_DATE
    return font


def build_atkinson(archive: Path) -> None:
    """Write the four weights and their licence."""
    with tarfile.open(archive) as package, tempfile.TemporaryDirectory() as folder:
        for style, weight in WEIGHTS.items():
            font = named(merged(package, weight, Path(folder)), style, weight)
            font.recalcTimestamp = False
            font.save(FONTS / f"{FAMILY.replace(' ', '')}-{style}.ttf")
        licence = package.extractfile("package/LICENSE")
        if licence is not None:
            (LICENCES / "OFL-AtkinsonHyperlegibleNext.txt").write_bytes(licence.read())


def copy_noto(archive: Path) -> None:
    """Copy the fallback fonts, unmodified, and their licence."""
    with zipfile.ZipFile(archive) as wheel:
        for family in NOTO:
            font = wheel.read(f"manimgx_fonts/{family}[wght].ttf")
            (FONTS / f"{family}-Variable.ttf").write_bytes(font)
        licence = next(name for name in wheel.namelist() if name.endswith("/LICENSE"))
        (LICENCES / "OFL-Noto.txt").write_bytes(wheel.read(licence))


def copy_plex(archive: Path) -> None:
    """Copy the Arabic font, unmodified, and its licence."""
    with zipfile.ZipFile(archive) as wheel:
        for font in PLEX:
            file = wheel.read(f"fontpkg_ibm_plex_sans_arabic/files/{font}.ttf")
            (FONTS / f"{font}.ttf").write_bytes(file)
        licence = wheel.read("fontpkg_ibm_plex_sans_arabic/LICENSE")
        (LICENCES / "OFL-IBMPlexSansArabic.txt").write_bytes(licence)


def main() -> None:
    """Build all fonts from the folder named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    LICENCES.mkdir(parents=True, exist_ok=True)
    build_atkinson(next(folder.glob("fontsource-atkinson-hyperlegible-next-*.tgz")))
    copy_noto(next(folder.glob("manimgx_fonts-*.whl")))
    copy_plex(next(folder.glob("fontpkg_ibm_plex_sans_arabic-*.whl")))


if __name__ == "__main__":
    main()
