namespace Cwa.Model.Tests;

public sealed class BenchmarkStudyTests
{
    [Theory]
    [InlineData(double.NaN, 1)]
    [InlineData(1, double.PositiveInfinity)]
    public void A_score_is_a_number(double partner, double own) =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new BenchmarkStudy(Guid.NewGuid(), "Rings", "A bank", partner, own, "rings", new(1998, 5, 1))
        );
}
