namespace Cwa.Model.Tests;

/// <summary>All that is wrong is counted, and the first hundred are told.</summary>
public sealed class FindingsTests
{
    private readonly Findings _findings = new();

    [Theory]
    [InlineData(100, 100)]
    [InlineData(101, 101)]
    [InlineData(250, 101)]
    public void A_hundred_refusals_are_told_and_the_rest_is_counted(int wrong, int told)
    {
        for (var i = 0; i < wrong; i++)
            _findings.Check.Refuse(new TextMissing(), $"f{i}");

        var refusals = _findings.Refusals;
        Assert.Equal(told, refusals.Count);
        Assert.Equal("f99", refusals[99].Path[^1]);
        if (wrong > 100)
        {
            var more = Assert.IsType<MoreErrors>(refusals[100]);
            Assert.Equal((wrong - 100, $"{wrong - 100} more errors are not listed."), (more.Count, more.Message));
            Assert.Equal(["input"], more.Path);
        }
    }

    [Theory]
    [InlineData(100, 100)]
    [InlineData(101, 101)]
    [InlineData(250, 101)]
    public void A_hundred_warnings_are_told_and_the_rest_is_counted(int odd, int told)
    {
        for (var i = 0; i < odd; i++)
            _findings.Check.Warn("Odd.", $"f{i}");

        var warnings = _findings.Warnings;
        Assert.Equal(told, warnings.Count);
        Assert.Equal("f99", warnings[99].Path[^1]);
        if (odd > 100)
        {
            Assert.Equal($"{odd - 100} more warnings are not listed.", warnings[100].Message);
            Assert.Equal(["input"], warnings[100].Path);
        }
    }
}
