namespace Cwa.Model.Tests;

public sealed class StatesTests
{
    [Fact]
    public void There_are_50_states_the_District_and_five_territories() => Assert.Equal(56, States.All.Count);

    [Theory]
    [InlineData(StateCode.AK, "Alaska")]
    [InlineData(StateCode.DC, "District of Columbia")]
    [InlineData(StateCode.MP, "Northern Mariana Islands")]
    [InlineData(StateCode.WY, "Wyoming")]
    public void A_code_has_its_name(StateCode state, string name) => Assert.Equal(name, States.NameOf(state));
}
