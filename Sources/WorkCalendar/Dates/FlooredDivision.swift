extension FixedWidthInteger where Self: SignedInteger {
    /// The quotient rounded towards minus infinity, so that days before 1970 fall into the right week, month and year.
    ///
    /// `divisor` is positive.
    func flooredQuotient(by divisor: Self) -> Self {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }

    /// The remainder that belongs to ``flooredQuotient(by:)``: `0 ..< divisor`.
    func flooredRemainder(by divisor: Self) -> Self {
        self - flooredQuotient(by: divisor) * divisor
    }
}
