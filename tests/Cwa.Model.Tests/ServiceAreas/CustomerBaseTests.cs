namespace Cwa.Model.Tests;

public sealed class CustomerBaseTests
{
    private static readonly DateOnly Day = new(1998, 10, 1);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(Counts.Largest + 1)]
    public void Customers_are_counted_from_one_to_a_trillion(long customers) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Declared(customers));

    [Theory]
    [InlineData(300, true)]
    [InlineData(301, false)]
    [InlineData(0, false)]
    public void A_number_has_a_source_of_at_most_300_characters(int length, bool isKept)
    {
        var source = new string('s', length);

        if (isKept)
            Assert.Equal(source, Declared(1, source).Source);
        else
            Assert.Throws<ArgumentException>(() => Declared(1, source));
    }

    [Fact]
    public void A_declaration_keeps_what_is_said()
    {
        var declared = Declared(Counts.Largest);

        Assert.Equal((Counts.Largest, Day, "A count"), (declared.Customers, declared.EffectiveFrom, declared.Source));
    }

    private static CustomerBase Declared(long customers, string source = "A count") =>
        new(Guid.NewGuid(), customers, Day, source);
}
