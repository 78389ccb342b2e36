//! Who is who across articles, case by case.
