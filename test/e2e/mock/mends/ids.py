import random
import string

UPPER = string.ascii_uppercase + string.digits
LOWER = string.ascii_lowercase + string.digits
HEX = "0123456789abcdef"


def random_id(length: int, alphabet: str = UPPER) -> str:
    return "".join(random.choices(alphabet, k=length))
