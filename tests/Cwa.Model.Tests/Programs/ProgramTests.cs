namespace Cwa.Model.Tests;

public sealed class ProgramTests
{
    [Fact]
    public void A_program_ends_at_the_earliest_on_its_first_day()
    {
        Assert.Throws<ArgumentException>(() => Program(endsOn: new(1998, 3, 31)));
        Assert.Equal(new DateOnly(1998, 4, 1), Program(endsOn: new(1998, 4, 1)).EndsOn);
    }

    [Fact]
    public void Without_an_end_a_program_goes_on_until_one_is_set()
    {
        var program = Program();
        Assert.Null(program.EndsOn);

        program.End(new(1998, 12, 31));

        Assert.Equal(new DateOnly(1998, 12, 31), program.EndsOn);
    }

    private static Program Program(DateOnly? endsOn = null) =>
        new(Guid.NewGuid(), "Saturday hours", "To be there when people can come.", new(1998, 4, 1), endsOn);
}
