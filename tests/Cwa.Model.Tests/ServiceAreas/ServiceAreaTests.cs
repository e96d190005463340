namespace Cwa.Model.Tests;

public sealed class ServiceAreaTests
{
    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, -1)]
    [InlineData(Counts.Largest + 1, 0)]
    [InlineData(0, Counts.Largest + 1)]
    public void Customers_are_counted_from_zero_to_a_trillion(long living, long working) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Area(living, working));

    [Fact]
    public void A_service_area_has_the_numbers_that_were_declared()
    {
        var area = Area(Counts.Largest, 0);

        Assert.Equal((Counts.Largest, 0L), (area.CustomersLiving, area.CustomersWorking));
    }

    private static ServiceArea Area(long living, long working) => new(Guid.NewGuid(), StateCode.CA, living, working);
}
