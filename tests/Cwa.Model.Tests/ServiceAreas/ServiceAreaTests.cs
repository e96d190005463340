namespace Cwa.Model.Tests;

public sealed class ServiceAreaTests
{
    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, -1)]
    [InlineData(Counts.Largest + 1, 0)]
    [InlineData(0, Counts.Largest + 1)]
    public void Customers_are_counted_from_zero_to_a_trillion(long living, long working)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Area(living, working));
        Assert.Throws<ArgumentOutOfRangeException>(() => Area().Declare(living, working));
    }

    [Fact]
    public void Numbers_that_are_declared_anew_take_the_place_of_those_before()
    {
        var area = Area(1, 2);

        area.Declare(Counts.Largest, 0);

        Assert.Equal((Counts.Largest, 0L), (area.CustomersLiving, area.CustomersWorking));
    }

    private static ServiceArea Area(long living = 0, long working = 0) =>
        new(Guid.NewGuid(), StateCode.CA, living, working);
}
