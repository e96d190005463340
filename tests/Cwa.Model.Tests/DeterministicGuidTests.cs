using CsCheck;

namespace Cwa.Model.Tests;

public sealed class DeterministicGuidTests
{
    private static readonly DateTime Day = new(1998, 3, 3, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void An_id_is_the_same_on_every_machine() =>
        Assert.Equal(Guid.Parse("00cef591-4000-7023-8836-e15641f3236b"), DeterministicGuid.V7(Day, "SSA"));

    [Fact]
    public void The_same_instant_and_seed_give_the_same_version_7_id() =>
        Gen.String.Sample(seed =>
        {
            var id = DeterministicGuid.V7(Day, seed);
            return id == DeterministicGuid.V7(Day, seed) && id.Version == 7 && id.Variant is >= 8 and <= 0xB;
        });

    [Fact]
    public void Ids_sort_by_their_instants_as_text_does() =>
        Gen.Select(Gen.String, Gen.String, Gen.Int[1, 1_000_000])
            .Sample(
                (one, other, later) =>
                    string.CompareOrdinal(
                        DeterministicGuid.V7(Day, one).ToString(),
                        DeterministicGuid.V7(Day.AddMilliseconds(later), other).ToString()
                    ) < 0
            );
}
