"""Scanned pages that come as pictures: PNG, JPEG and TIFF. They are put into a PDF, and read and shown as its scans."""

import io
import warnings

import pypdfium2 as pdfium
from PIL import Image, ImageOps, ImageSequence

from minutes.errors import InputError

FORMATS = ("PNG", "JPEG", "TIFF")
LONGER = 842.0  # points, the longer side of A4: how large a page is taken to be whose picture does not say
SIZES = range(500, 2000)  # points; a longer side beyond them is that of a screen or camera, which knows no paper
QUALITY = 90  # of 100, of the JPEG on the page


def as_pdf(data: bytes) -> bytes:
    """A PDF with a page for the picture, or for each in a TIFF.

    Raises:
        InputError: if it is damaged, or has more dots than any page needs.
    """
    made = pdfium.PdfDocument.new()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=FORMATS) as picture:
                for frame in ImageSequence.Iterator(picture) if picture.format == "TIFF" else [picture]:
                    _add(made, frame)
        out = io.BytesIO()
        made.save(out)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise InputError("the picture is too large to be of a page; scan it with fewer dots an inch") from error
    except (OSError, SyntaxError, ValueError, EOFError) as error:  # as Pillow stumbles over what it does not expect
        raise InputError("the picture is damaged; scan or download it again") from error
    finally:
        made.close()
    return out.getvalue()


def _add(made: pdfium.PdfDocument, frame: Image.Image) -> None:
    """A page with the picture on it, the right way up and on white paper."""
    frame = ImageOps.exif_transpose(frame)
    if frame.has_transparency_data:
        frame = Image.alpha_composite(Image.new("RGBA", frame.size, "white"), frame.convert("RGBA"))
    jpeg = io.BytesIO()
    frame.convert("L" if frame.mode in ("1", "L") else "RGB").save(jpeg, "JPEG", quality=QUALITY)
    width, height = _size(frame)
    drawn = pdfium.PdfImage.new(made)
    drawn.load_jpeg(jpeg, inline=True)
    drawn.set_matrix(pdfium.PdfMatrix().scale(width, height))
    page = made.new_page(width, height)
    page.insert_obj(drawn)
    page.gen_content()
    page.close()


def _size(frame: Image.Image) -> tuple[float, float]:
    """Width and height of the page in points, by the dots an inch that the picture names where it can be of paper."""
    longer = max(frame.size)
    dots = float((frame.info.get("dpi") or (0, 0))[0])
    stated = longer / dots * 72 if dots > 0 else 0
    scale = (stated if SIZES.start <= stated < SIZES.stop else LONGER) / longer
    return frame.width * scale, frame.height * scale
